"""Sentences for files that give no record, or not all of one."""

from app.wording.marking import marked

UNREADABLE = {
    "file_missing": marked("There is no file there."),
    "file_no_access": marked("This file or folder could not be opened."),
    "file_not_regular": marked("This is not an ordinary file."),
    "file_too_big": marked(
        "This file is too big to be a record: {bytes} bytes, and the most is {limit}. It was not read."
    ),
    "file_empty": marked("This file is empty."),
    "file_binary": marked("This looks like a file for another program. It does not hold text."),
    "not_utf8": marked("The text of this file is not stored the usual way (UTF-8), so it cannot be read safely."),
    "json_broken": marked("This file is damaged at line {line}, character {column}."),
    "json_truncated": marked("This file stops in the middle. Its download may not have finished."),
    "json_duplicate_key": marked("This file says “{key}” twice, so it could mean two things. It was not read."),
    "json_bad_number": marked("This file has a number that cannot be used: {number}."),
    "json_bad_character": marked("This file has a broken character in its text."),
    "json_too_deep": marked("This file has more than {limit} levels, one inside another. It was not read."),
    "json_too_many_values": marked("This file holds more than {limit} values. It was not read."),
    "format_not_read": marked("This looks like {looks_like}. Pathfolio cannot read that yet."),
    "unknown_format": marked("This looks like plain text. There is no learning record in it."),
    "not_a_record": marked("This looks like data of another program. There is no learning record in it."),
    "other_type": marked("This says that it is of the kind “{kind}”. That is no learning record."),
    "badge_description": marked("This only describes a badge or who gives it. It does not say that anyone earned it."),
    "picture_broken": marked("This picture is damaged, so what is in it could not be read."),
    "picture_bomb": marked("This picture is built the way harmful files are. It was not read."),
    "picture_entities": marked("This drawing defines words of its own, as harmful files do. It was not read."),
    "link_not_followed": marked(
        "This is only a link. Open it, save the record from there, and add that file. Pathfolio did not go online."
    ),
    "link_is_talk": marked(
        "This link is for a wallet app on a phone, which answers with a signature. Ask the sender for a file instead."
    ),
    "link_not_protected": marked(
        "This link is not protected: it starts with http. Open it, save the record from there, and add that file."
    ),
    "link_not_public": marked("This link does not lead to a public website, so Pathfolio does not follow it."),
    "link_gave_nothing": marked(
        "This is only a link, and its website gave no record. Open it, save the record from there, and add that file."
    ),
    "link_gave_nothing.silent": marked(
        "This is only a link, and its website did not answer. Are you online? Add the link again to ask once more."
    ),
    "link_is_page": marked(
        "This link leads to a web page for people. Open it, save the record from there, and add that file."
    ),
    "not_a_presentation": marked("This file is not a presentation."),
    "several_presentations": marked("There are {count} presentations in this file. Check them one by one."),
    "signed_not_a_record": marked(
        "This is a signed file, such as a pass to sign in. There is no learning record in it."
    ),
    "jws_broken": marked("This looks like a signed file, but it is damaged."),
    "jws_rule_unknown": marked(
        "This signed file asks for a rule that Pathfolio does not know: {rule}. It was not read."
    ),
    "jws_detached": marked("This file holds only a signature. What was signed is in another file."),
    "parts_do_not_fit": marked("Parts that came along with this signed file do not fit it. It was not read."),
    "nothing_inside": marked("There is nothing inside."),
    "nested_too_deep": marked("Records are packed inside each other too many times."),
    "too_many_records": marked("This file holds more than {limit} records. Only the first {limit} were read."),
    "folder_too_many_files": marked("This folder has more than {limit} files. The rest were not read."),
    "folder_too_deep": marked("Folders more than {limit} levels down were not read."),
    "link_outside": marked("This link leads out of the folder, so it was not followed."),
    "wallet_locked": marked("This backup of a wallet is locked. Make one that is not locked, and add that."),
    "wallet_profile": marked("This is a wallet’s page about its owner. There is no learning record in it."),
    "secret_key_found": marked("This holds a secret key of another wallet. The key was not kept."),
    "export_needs_password": marked("This export of a wallet is locked with a password."),
    "export_wrong_password": marked("That password does not open this export."),
    "export_damaged": marked("This part of the export is damaged, so it stays locked."),
    "mail_without_record": marked(
        "This e-mail holds no record. If it has a link to one, open the link and save the record from there."
    ),
    "mail_broken": marked("This e-mail is damaged, so what is in it could not be read."),
    "mail_too_much": marked("This e-mail has more in it than is safe to look through. It was not read."),
    "mail_too_many_parts": marked("This e-mail has more than {limit} parts. The rest was not read."),
    "pdf_without_record": marked(
        "This PDF holds no record, only pages to look at. Ask the issuer for the record itself, as a file."
    ),
    "pdf_locked": marked("This PDF is locked with a password. Save it with no password, and add that."),
    "pdf_too_much": marked("This PDF has more in it than is safe to look through. It was not read."),
    "pdf_member_packing": marked("This file in the PDF is packed in a way that Pathfolio does not read."),
    "pdf_member_too_big": marked("This file in the PDF is bigger than {limit} bytes. It was not read."),
    "pdf_member_broken": marked("This file in the PDF is damaged."),
    "picture_without_record": marked("This picture holds no record. Ask the issuer for the record itself, as a file."),
    "picture_too_big": marked("This picture is too big to look for a code in it. Make it smaller, and add that."),
    "picture_too_busy": marked("Looking for a code in this picture takes too long. It was not read."),
    "picture_not_looked_at": marked("There are too many pictures here at once. Add this one by itself."),
    "tar_broken": marked("This packed file is damaged, or its download has not finished."),
    "tar_too_many_entries": marked("This packed file holds more than {limit} files. The rest were not read."),
    "zip_broken": marked("This zip file is damaged."),
    "zip_too_many_entries": marked("This zip file holds more than {limit} files. It was not opened."),
    "zip_too_big": marked("This zip file unpacks to more than {limit} bytes. The rest was not read."),
    "zip_member_too_big": marked("This file in the zip is bigger than {limit} bytes. It was not read."),
    "zip_member_bomb": marked(
        "This file in the zip unpacks to more than {ratio} times its size, as harmful files do. It was not read."
    ),
    "zip_member_encrypted": marked("This file in the zip is locked with a password."),
    "zip_member_compression": marked("This file in the zip is packed in a way that Pathfolio does not read."),
    "zip_member_broken": marked("This file in the zip is damaged."),
    "zip_inside_zip": marked("A zip file inside a zip file is not opened. Unpack it first."),
}

LOOKS_LIKE = {
    "cose": marked("a signed record of another kind (COSE)"),
    "image": marked("a picture"),
    "html": marked("a web page"),
    "xml": marked("an XML file"),
    "office": marked("an office document"),
    "archive": marked("a packed archive"),
    "database": marked("a database"),
    "clr1": marked("an older kind of transcript (CLR 1.0)"),
    "media": marked("a film or a sound"),
    "program": marked("a program"),
    "certificate": marked("a web certificate"),
    "table": marked("a table"),
    "edc_xml": marked("an older kind of record from Europe"),
    "offer": marked("an offer of a record, which a wallet app on a phone can take"),
    "request": marked("a request to show records, made for a wallet app on a phone"),
    "did_document": marked("a list of public keys"),
    "key": marked("a key (it may be secret, so nothing of it was kept)"),
}

FAULTS = {
    "missing_issuer": marked("It does not say who issued it."),
    "missing_issuer_id": marked("It names an issuer but gives no address for it."),
    "missing_subject": marked("It does not say whom it is about."),
    "missing_type": marked("It does not say what kind of record it is."),
    "no_vc_context": marked("It does not name the standard it follows."),
    "vc_context_not_first": marked("It names its standard in the wrong place."),
    "missing_verification": marked("It does not say how it can be checked."),
    "no_home": marked("It does not say where its issuer keeps it."),
    "picture_inside": marked("Its picture stands inside it, where an address must be."),
    "missing_date": marked("It does not say from when it counts."),
    "unreadable_date": marked("Its date “{text}” cannot be read."),
    "wrong_type": marked("Its part “{field}” is not of the kind it must be."),
    "bad_identifier": marked("Its part “{field}” may hold hidden characters."),
    "missing_achievement": marked("It does not say what was achieved."),
    "missing_achievement_name": marked("It gives no name for what was achieved."),
    "wrong_media_type": marked("It says that it is a file of another kind: {found}."),
    "wrapped_in_claim": marked("It says what it is in two ways that do not go together."),
    "must_stand_open": marked("Its part “{field}” could be held back, so nobody can rely on it."),
    "claims_disagree": marked("It says “{field}” twice, and the two do not agree."),
    "too_many": marked("It lists more than {limit} entries under “{field}”. The rest are not shown."),
}
