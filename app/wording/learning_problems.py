"""Sentences for what is wrong with a list of learning, or with a step that was typed in."""

from app.wording.marking import marked

LEARNING_PROBLEMS = {
    "learning_not_known": marked(
        "{file} is no list of courses that Pathfolio can read. It reads tables (CSV, Excel), CTDL and web pages."
    ),
    "learning_not_text": marked("{file} is in an alphabet or form that cannot be read. Save it as CSV again."),
    "learning_unreadable": marked("The workbook {file} cannot be read. Open it and save it again, or save it as CSV."),
    "learning_json": marked("{file} is not whole, so nothing was taken from it. Download it again."),
    "learning_newer": marked("This list was written by a newer Pathfolio. Please update the program."),
    "learning_too_large": marked("The list is too big: {file}"),
    "learning_too_many_rows": marked(
        "{file} has more than {limit} rows. Nothing was taken from it. Keep only the rows of places you can reach."
    ),
    "learning_quotes": marked(
        "From row {row} of {file} on, a quote mark is not closed, so its rows cannot be told apart. Nothing was taken."
    ),
    "learning_columns": marked(
        "It is not clear which columns of {file} to read. Missing: {missing}. It has these columns: {found}"
    ),
    "learning_no_such_column": marked("There is no column “{column}”. It has these columns: {found}"),
    "learning_heading_twice": marked(
        "The column “{column}” is there twice, so nobody can tell which is meant. Give one of them another name."
    ),
    "learning_field_unknown": marked("There is no field “{field}”. These are there: {known}"),
    "learning_nothing_in_it": marked("There is nothing in {file}."),
    "learning_too_many": marked("You can keep at most {limit} lists of courses. Remove one first."),
    "learning_no_list": marked("You have no list {list}."),
    "learning_no_step": marked("You typed in no step {step}."),
    "learning_too_many_steps": marked("You can type in at most {limit} steps. Remove one first."),
    "learning_needs_itself": marked("This step would have to come before itself. Take away what it needs first."),
    "learning_day_ahead": marked("The day of the data cannot be in the future."),
    "learning_field_bad": marked("“{cell}” cannot be used for {field}."),
    "learning_field_bad.name_missing": marked("Give the step a name."),
    "learning_field_bad.price_negative": marked("A price cannot be below zero. Write 0 if it is free."),
    "learning_field_bad.price_unclear": marked("“{cell}” is not clearly a price in dollars. Write it like this: 1250"),
    "learning_field_bad.price_partly": marked(
        "This is only part of the price. Fill in the fees, books and supplies, too. Write 0 if they are free."
    ),
    "learning_field_bad.length_negative": marked("A time cannot be below zero."),
    "learning_field_bad.length_unclear": marked("“{cell}” does not clearly say how long it takes. Write a number."),
    "learning_field_bad.day_bad": marked("“{cell}” is not a day. Write it like this: 2027-01-31"),
    "learning_field_bad.address_bad": marked("“{cell}” is not the address of a website."),
}
