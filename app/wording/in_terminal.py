"""Sentences that name a command: said in the terminal in place of those in `problems`, which the window says."""

from app.wording.marking import marked

IN_TERMINAL = {
    "vault_damaged": marked("The vault is damaged. Bring back a backup: pathfolio vault restore."),
    "vault_damaged.pages": marked(
        "Part of the vault is damaged. What can still be read can be saved: pathfolio vault salvage."
    ),
    "vault_damaged.missing": marked(
        "The file vault.db is gone or empty. Bring a backup back: pathfolio vault restore."
    ),
    "vault_damaged.unreadable": marked(
        "The start of the vault is damaged, so nothing can be read. Bring back a backup: pathfolio vault restore."
    ),
    "vault_key_missing": marked("The key file of the vault is missing. Bring back a backup: pathfolio vault restore."),
    "vault_key_damaged": marked("The key file of the vault is damaged. Bring back a backup: pathfolio vault restore."),
    "learning_columns": marked(
        "It is not clear which columns of {file} to read. Missing: {missing}. It has these columns: {found}."
        " Say which is which, such as: --map name=COLUMN"
    ),
}
