"""What is known of preparing for an occupation, and of its pay and openings."""

from app.wording.marking import marked

FACTS = {
    "entry_education": marked("People usually start with: {level}."),
    "entry_experience": marked("Work in a related job first: {amount}."),
    "entry_training": marked("Training on the job: {training}."),
    "common_schooling": marked("{percent}% of workers say that the job asks for: {level}."),
    "certificate_importance": marked("Workers rate how much a certificate helps to get this job: {importance} of 5."),
    "apprenticeship_importance": marked(
        "Workers rate how much an apprenticeship helps to get this job: {importance} of 5."
    ),
    "job_zone": marked("Preparation needed: zone {zone} of 5."),
    "licence_not_in_data": marked("Our data does not say if you need a license. Ask your state."),
}

OUTLOOK = {
    "pay": marked("Half of the workers earn more than {median} a year (U.S., {when})."),
    "pay_top": marked("Half of the workers earn {median} or more a year (U.S., {when})."),
    "pay_unknown": marked("Pay is not published for this job."),
    "pay_in": marked("Half of the workers earn more than {median} a year ({area}, {when})."),
    "pay_top_in": marked("Half of the workers earn {median} or more a year ({area}, {when})."),
    "pay_unknown_in": marked("Pay is not published for this job in {area} ({when})."),
    "openings": marked("About {openings} openings a year (U.S., {when})."),
    "openings_unknown": marked("Openings are not published for this job."),
    "shared": marked("These figures stand for {count} jobs together."),
}
