"""From records and own words to skills, each with its evidence."""
