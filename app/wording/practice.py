"""Who the practice learners are, in a line that stands under a name or after it."""

from app.wording.marking import marked

STORIES = {
    "shop_to_clinic": marked("Ran shifts in a shop and wants to help in a clinic"),
    "service_to_it_support": marked("Veteran, ran radios and networks, wants to work in IT support"),
    "home_to_bookkeeping": marked("Parent, used to keep a firm’s books, wants to go back to it"),
}
