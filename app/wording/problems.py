"""Sentences for errors that a person can mend."""

from app.wording.files import UNREADABLE
from app.wording.learning_problems import LEARNING_PROBLEMS
from app.wording.marking import marked
from app.wording.postings import PROBLEMS as POSTINGS
from app.wording.received import PROBLEMS as RECEIVED

PROBLEMS = {
    "no_screen": marked("There is no screen here to open the window on. The commands still work: pathfolio --help"),
    **UNREADABLE,
    **POSTINGS,
    **RECEIVED,
    "bug": marked(
        "Something went wrong inside Pathfolio. This is our fault, not yours. Nothing you saved was lost. ({kind})"
    ),
    "passphrase_needed": marked("A passphrase is needed. Use --passphrase-file, or set PATHFOLIO_PASSPHRASE."),
    "passphrase_file_unreadable": marked("The passphrase file {file} could not be read."),
    "passphrase_short": marked("That passphrase is too short. Use {least} characters or more."),
    "wrong_passphrase": marked("That passphrase does not open this vault."),
    "wrong_recovery_code": marked("That recovery code does not open this vault."),
    "recovery_code_length": marked("A recovery code has {expected} letters and digits. This one has {found}."),
    "recovery_code_symbol": marked("A recovery code never has “{symbol}” in it. Look at the printed one again."),
    "recovery_code_check": marked(
        "There is a typing mistake in the recovery code. Compare it with the printed one, group by group."
    ),
    "no_vault": marked("There is no vault in {place}."),
    "vault_exists": marked("There is a vault in {place} already."),
    "vault_in_use": marked("This vault is open elsewhere. Close it there first."),
    "vault_newer": marked("This vault was written by a newer Pathfolio. Please update the program."),
    "vault_locked": marked("The vault is locked."),
    "vault_temporary": marked("A practice vault cannot do this: it is gone when you leave."),
    "vault_name_needed": marked("Give the vault a name first."),
    "vault_name_taken": marked("There is a vault called {name} already. Choose another name."),
    "vault_damaged": marked("The vault is damaged. A backup can be brought back."),
    "vault_damaged.pages": marked("Part of this vault is damaged. What can still be read can be saved."),
    "vault_damaged.missing": marked("The biggest file of this vault is gone or empty. A backup can be brought back."),
    "vault_damaged.tables": marked("The vault holds things that Pathfolio did not put there, so it was not opened."),
    "vault_damaged.unreadable": marked(
        "The start of this vault is damaged, so nothing in it can be read. A backup can be brought back."
    ),
    "folder_cannot_lock": marked("This disk cannot keep two programs apart. Use a folder on another disk."),
    "vault_key_missing": marked("The key file of this vault is missing. A backup can be brought back."),
    "vault_key_damaged": marked("The key file of this vault is damaged. A backup can be brought back."),
    "vault_key_refused": marked("The key file of the vault asks for more work than is safe, so it was not used."),
    "vault_key_copy_used": marked("The vault’s key file was damaged. Its copy was used, and the file is whole again."),
    "vault_upgraded": marked("The vault was brought up to date. A copy from before is at {backup}."),
    "memory_short": marked("This computer has too little free memory to open the vault. Close other programs."),
    "disk_full": marked("The disk is full, so this was not saved. What was saved before is safe."),
    "disk_failed": marked("The disk could not be read or written. What was saved before is safe."),
    "folder_read_only": marked("Nothing can be written here: the folder or file is read-only."),
    "folder_missing": marked("There is no such folder: {file}"),
    "folder_not_empty": marked("The folder {place} is not empty. Choose a new one."),
    "folder_is_a_file": marked("{file} is a file, so nothing can be put into it. Name a folder."),
    "file_is_a_folder": marked("{file} is a folder. Name a file in it."),
    "cannot_write": marked("{file} could not be written."),
    "not_found": marked("There is nothing at {place}."),
    "file_not_found": marked("The file {file} could not be opened."),
    "file_not_text": marked("The file {file} does not hold plain text."),
    "backup_unreadable": marked("This file is not a Pathfolio backup."),
    "backup_strange": marked("This backup holds things that no Pathfolio backup has, so it was not opened."),
    "backup_damaged": marked("This backup is damaged: {member}."),
    "backup_newer": marked("This backup was written by a newer Pathfolio. Please update the program."),
    "documents_no_index": marked("The folder of documents has no index.json: {file}"),
    "documents_bad_index": marked("index.json must name a file for each address: {file}"),
    "documents_outside": marked("index.json names a file outside its folder: {file}"),
    "documents_file_missing": marked("index.json names a file that is not there: {file}"),
    "documents_too_large": marked("A document is too big: {file}"),
    "documents_not_json": marked("A document does not hold JSON: {file}"),
    "registry_missing": marked("There is no list of issuers at {file}."),
    "registry_too_large": marked("The list of issuers is too big: {file}"),
    "list_address_bad": marked("This is not the address of a list, which starts with https://: {address}"),
    "list_needs_online": marked("A list on a website is only asked for with --online: {address}"),
    "list_not_yours": marked("You have no such list: {name}"),
    "registry_unreadable": marked("The list of issuers cannot be read: {file}"),
    "choice_unreadable": marked("The file {file} could not be opened."),
    "choice_not_an_object": marked("This file does not say what is required and which records there are."),
    "choice_no_list": marked("The file needs a list here: {field}."),
    "choice_too_long": marked("The list {field} has {count} entries. The most is {limit}."),
    "choice_bad_record": marked("Record number {number} in the file is not written as a record."),
    "choice_bad_id": marked("The file has an id or word here that cannot be used: {field}."),
    "choice_id_twice": marked("The id {id} is in the file twice."),
    "choice_unknown_id": marked("Record number {number} covers {id}, which is not among the requirements."),
    "version_not_found": marked("There is no one version {version}. “pathfolio versions” lists them."),
    "version_form": marked("{text} does not name a version. Write it as NUMBER=NAME."),
    "opportunity_unreadable": marked("The file {file} could not be opened."),
    "draft_unreadable": marked("The application you began cannot be read. Choose the posting again."),
    "opportunity_not_an_object": marked("This file does not say what you want to apply for."),
    "opportunity_lacks": marked("The opportunity does not say its “{field}”."),
    "posting_names_no_title": marked(
        "It does not say what it is called. Say so with: pathfolio opportunity FILE --title NAME --save NEW"
    ),
    "posting_names_nobody": marked(
        "It does not say who offers it. Say so with: pathfolio opportunity FILE --organisation NAME --save NEW"
    ),
    "posting_asks_nothing": marked("Nothing that is asked for was found in it."),
    "opportunity_bad_field": marked("The opportunity’s “{field}” cannot be used as it is."),
    "opportunity_bad_requirement": marked("Number {number} of what the opportunity asks for needs a name."),
    "opportunity_asks_too_much": marked("The opportunity asks for {count} things. The most is {limit}."),
    "agree_form": marked("Write what a thing asked means as THING=ID, not “{text}”."),
    "answer_form": marked("Write an answer as CLAIM=ID, not “{text}”."),
    "agree_not_asked": marked("The opportunity does not ask for “{text}”."),
    "record_not_found": marked("There is no record {key} in the vault."),
    "record_both_sent_and_kept": marked("{title} cannot be both sent and kept home."),
    "record_cannot_be_sent": marked("{title} cannot be sent: it is broken or was canceled."),
    "record_cannot_be_signed_for": marked("{title} cannot go along: not all its words have a meaning known here."),
    "subject_key_differs": marked("{title} names another key than the one that signs. Say first that you know."),
    "own_words_empty": marked("Write a few words first."),
    "own_words_long": marked("This is too long. It may have {limit} letters at most."),
    "own_words_gone": marked("These words are not in your vault any more."),
    "note_long": marked("This note is too long. It may have {limit} letters at most."),
    "sent_not_found": marked("This is not in your list any more."),
    "record_needs_newer_form": marked(
        "This form of proof cannot hold what is of a newer kind: {titles}. "
        "Choose another form of proof, or leave it out."
    ),
    "end_too_far": marked("That day is too far away: {day}"),
    "token_bad": marked("What you gave with {option} is empty, too long, or has signs in it that nobody can see."),
    "end_is_past": marked("The end date must be later than today: {day}"),
    "nothing_to_send": marked("None of your records and words shows what is asked for, so there is nothing to sign."),
    "papers_there": marked("In {place} there is already: {names}. Choose another folder, or let it be replaced."),
    "papers_no_proof": marked(
        "Such papers alone are no proof, so nothing was signed. Ask for one of these too: {forms}."
    ),
    "pdf_not_available": marked("No PDF can be made on this computer. The web page says the same."),
    "answer_needed": marked("Nothing was signed. Nobody was there to say yes: add --yes to sign without asking."),
    "output_failed": marked("The answer could not be written out. Maybe the disk is full."),
    "phrases_too_big": marked("The file {file} is too big: it may have {limit} bytes at most."),
    "compared_full": marked("You can compare {limit} jobs at a time. Take one away first."),
    "no_goal": marked("Choose a goal first, with --goal CODE."),
    "no_phrase": marked("Give some words to look up, or a file of them with --file."),
    "concept_unknown": marked("No skill or job has the id {concept}."),
    "claim_unknown": marked("No claim has the id {claim}. See the list: pathfolio skills."),
    "occupation_unknown": marked("No occupation has the code {occupation}."),
    "no_answer_in_time": marked("No plan was found within {seconds} seconds."),
    "starts_clash": marked("The start days of these steps do not fit together. Change your limits or your choice."),
    "instance_unusable": marked("The question in this file cannot be used."),
    "instance_unusable.no_file": marked("The file {file} could not be opened."),
    "instance_unusable.too_large": marked("The question is too big. The most is {limit} megabytes."),
    "instance_unusable.json": marked("The question is not plain JSON in UTF-8."),
    "instance_unusable.twin_keys": marked("The question has the key “{key}” twice in one place."),
    "instance_unusable.key_unknown": marked("The key “{key}” does not belong in {where}."),
    "instance_unusable.not_an_object": marked("In the question, {where} must be an object in braces."),
    "instance_unusable.not_a_list": marked("In the question, {where} must be a list in brackets."),
    "instance_unusable.too_many": marked("The question has too many steps. The most is {limit}."),
    "instance_unusable.too_many_skills": marked("There are too many skills in {where}. The most is {limit}."),
    "instance_unusable.id": marked("In the question, {where} must be a plain text of 1 to {most} characters."),
    "instance_unusable.number": marked("In the question, {where} must be a number from 0 to {most}."),
    "instance_unusable.hours_a_week": marked("The hours a week must be a number above 0, or null for no limit."),
    "instance_unusable.at_once": marked("The steps at once must be a whole number from 1 to {most}, or null."),
    "instance_unusable.aim": marked("The aim must be “cost” or “time”."),
    "instance_unusable.twin_ids": marked("Two steps are named {step}."),
    "instance_unusable.after_unknown": marked("The step {step} comes after {first}, and there is no such step."),
    "instance_unusable.loop": marked("These steps wait for each other, so none can begin: {steps}"),
    "chosen_over_budget": marked("The steps you chose cost {cost} dollars, and your budget is {budget} dollars."),
    "limit_unusable": marked(
        "A limit must be above zero: {most_hours} hours a week and {most_at_once} courses at once are the most."
    ),
    "limit_place_unusable": marked(
        "Write a place as a city, a state or both, in at most {most} letters, such as Austin, TX."
    ),
    "limit_language_unusable": marked(
        "“{language}” is no code of a language. Write one such as en for English or es for Spanish."
    ),
    "limit_too_many": marked("Name at most {most} places and {most} languages."),
    "budget_needed": marked("Say how much you can spend first. Then we find the plan that teaches the most for it."),
    "step_not_in_plan": marked("The step {step} is not in the plan you keep."),
    "no_kept_plan": marked("You have not chosen a plan for this goal yet."),
    "plan_empty": marked("There is no step in this plan, so there is nothing to hand on."),
    "plan_file_too_big": marked("This file is too big to be a plan: it may have {limit} bytes. Nothing was changed."),
    "plan_file_other": marked("This is no plan file of Pathfolio. Nothing was changed."),
    "plan_file_newer": marked(
        "This plan file was written by a newer Pathfolio. Please update the program. Nothing was changed."
    ),
    "plan_file_loop": marked("In this plan file, these steps wait for each other: {steps}. Nothing was changed."),
    "plan_file_bad": marked("This plan file cannot be used: “{part}” in it is not as it must be. Nothing was changed."),
    "employment_long": marked("This text is too long. It may have {limit} letters at most."),
    "employment_too_many": marked("There are too many of these. There may be {limit} at most."),
    "support_unknown": marked("There is no support called {support}. Choose one of these: {known}."),
    "step_note_form": marked("Write a note on a step as STEP=TEXT, not “{text}”."),
    "no_plan_kept": marked("You keep no plan for this goal yet, so there is none to make again."),
    "step_unknown": marked("No learning step is named {step}."),
    "pack_missing": marked("The career data is missing: {file}"),
    "pack_unreadable": marked("The career data cannot be read: {file}"),
    "pack_newer": marked("The career data was made for a newer Pathfolio. Please update the program."),
    "pack_older": marked("The career data was made for an older Pathfolio. Build or download it again."),
    "pack_not_written": marked("The career data could not be written to {file}."),
    "pack_not_written.disk_full": marked(
        "The disk is full, so the career data was not changed. What you had before is still there."
    ),
    "framework_folder_missing": marked("There is no folder {folder}."),
    "framework_folder_too_large": marked("The folder {folder} holds too many files."),
    "framework_file_unreadable": marked("The release file {file} cannot be read."),
    "framework_file_too_large": marked("The release file {file} is too big."),
    "framework_file_missing": marked("A release file is missing: {file}"),
    "framework_table_missing": marked("The {framework} release lacks its table {table}."),
    "framework_header_unknown": marked("The release file {file} lacks these columns: {missing}."),
    "framework_row_short": marked("Row {row} of the release file {file} is too short."),
    "framework_number_bad": marked("The release file {file} holds “{text}” where a number must be."),
    "framework_not_known": marked(
        "Pathfolio does not know what {file} is. It reads O*NET, ESCO and OEWS, as their makers offer them."
    ),
    "framework_not_as_named": marked("The file {file} does not hold what its name says. Download it again."),
    "framework_cut_short": marked("The file {file} ends too soon, so its download did not finish. Download it again."),
    "framework_has_formulas": marked(
        "The workbook {file} holds formulas, so it is not as its maker offers it. Download it again."
    ),
    "framework_too_many_rows": marked("The file {file} has more than {limit} rows, so it is not a published list."),
    "framework_mostly_damaged": marked(
        "Most rows of {file} are damaged: {damaged} of {rows}. Nothing was taken from it. Download it again."
    ),
    "framework_year_unknown": marked(
        "The file {file} does not say what year its pay is from. Add it as its maker offers it, under its own name."
    ),
    "framework_files_differ": marked(
        "The file {file} says something else of {cell} than another file you chose. Add only one of them."
    ),
    "framework_nothing_in_it": marked("There is nothing in {file}."),
    "framework_date_impossible": marked(
        "The file {file} says that it is from the year {year}, which cannot be. Nothing was added. Download it again."
    ),
    "career_data_in_use": marked(
        "The career data is being changed in another place. Wait until that is done, and try again."
    ),
    "framework_too_many": marked("You can bring at most {limit} releases. Remove one first."),
    "framework_not_brought": marked("You have not brought {name}."),
    "area_unknown": marked("There is no pay for the area {area}."),
    "framework_value_out_of_range": marked("The releases hold a number out of range in {table}."),
    **LEARNING_PROBLEMS,
    "catalog_unreadable": marked("The catalog of courses cannot be read."),
    "catalog_entry_invalid": marked("Entry {entry} of the catalog has a problem in “{field}”, so it was not used."),
}
