"""How right the answers are: figures measured on data whose answers are known, each with what is circular about it."""
