"""Every page and dialog of the window in every state that looks different, for tests and for pictures.

A state is a function that brings the window there from the one before it; `STATES` runs in this order on one window.
"""

import json
from collections.abc import Callable, Iterator

import record_states
from after_states import AFTER
from apply_states import APPLY
from career_states import CAREER
from journey_world import unsigned
from learning_states import LEARNING
from list_states import LISTS
from newer_states import NEWER
from online_states import ONLINE
from pay_states import PAY
from plan_states import PLAN_STATES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from received_states import RECEIVED
from skill_states import SKILLS
from terminal import PASSPHRASE, RECORDS
from window_driver import Driver
from window_vaults import damage, make_cheap, vault_of

from app.journey import shelf
from app.journey.goal import aim as goals
from app.journey.issuers.at_hand import add_list
from app.places import asset
from ui.dialogs import at_hand, read_back
from ui.frame.asked_for import open_later
from ui.pages import record_changes

State = Callable[[Driver], None]


def door(_driver: Driver) -> None:
    """The door, as it stands when the window opens."""


def door_with_vaults(driver: Driver) -> None:
    """The door where there are vaults; a wrong passphrase was typed."""
    make_cheap()
    vault_of("Ana Ruiz", RECORDS)
    vault_of("María de los Ángeles Hernández Gutiérrez")
    door_again(driver)
    driver.write("passphrase", "not this one")
    driver.press("unlock")


def door_again(driver: Driver) -> None:
    """The door after it looked which vaults there are."""
    driver.window.pages["welcome"].arrive()
    driver.settle()


def door_damaged(driver: Driver) -> None:
    """A vault that is damaged, at the door."""
    folder = next(one.folder for one in shelf.vaults_here() if one.name == "Ana Ruiz")
    damage(folder)
    driver.press("Ana Ruiz")
    driver.write("passphrase", PASSPHRASE)
    driver.press("unlock")


def salvage(driver: Driver) -> None:
    """The offer to save what can be read of it."""
    driver.press("mend-save")


def salvaged(driver: Driver) -> None:
    """What came of it."""
    driver.press("mend-save")
    driver.press("save-readable")


def restoring(driver: Driver) -> None:
    """Bringing a backup back, with a file that is none."""
    driver.press("restore")
    driver.write("backup-file", "/no/such/file.pathfolio")
    driver.write("restored-name", "Ana")
    driver.press("bring-back")


def code_typed(driver: Driver) -> None:
    """Opening with a recovery code that has a slip in it."""
    driver.press("recovery-code")
    driver.write("code", "0000-0000")
    driver.press("unlock-with-code")


def new_vault(driver: Driver) -> None:
    """A new vault, with two passphrases that differ."""
    driver.press("new-vault")
    driver.press("place-stick")
    driver.write("name", "Ben")
    driver.press("to-code")


def new_code(driver: Driver) -> None:
    """A new vault's recovery code."""
    driver.press("new-vault")
    driver.write("name", "Ben")
    driver.write("new-passphrase", PASSPHRASE)
    driver.write("passphrase-again", PASSPHRASE)
    driver.press("to-code")


def people(driver: Driver) -> None:
    """Whom to try the program with."""
    driver.press("practice")


def framed(name: str) -> State:
    """A dialog of the frame."""

    def opened(driver: Driver) -> None:
        open_later(driver.window, name)
        driver.settle()

    return opened


def license_read(driver: Driver) -> None:
    """A license, over the list of them."""
    open_later(driver.window, "about")
    driver.settle()
    driver.press("read-pyld")


def vault_settings(driver: Driver) -> None:
    """The settings of an open vault."""
    driver.window.covers.close()
    driver.press("vault-0")
    driver.write("passphrase", PASSPHRASE)
    driver.press("unlock")
    open_later(driver.window, "settings")
    driver.settle()
    driver.write("identity", "ana.maria.ruiz.hernandez@communitycollege.example.org")
    driver.press("add-identity")


def new_passphrase(driver: Driver) -> None:
    """A new passphrase for the open vault."""
    open_later(driver.window, "settings")
    driver.settle()
    driver.press("change-passphrase")


def other_code(driver: Driver) -> None:
    """A new recovery code for the open vault."""
    open_later(driver.window, "settings")
    driver.settle()
    driver.press("new-code")


def locked_at_rest(driver: Driver) -> None:
    """The door after nobody was there."""
    driver.window.covers.close()
    driver.window.latch.lock("rest")
    driver.settle()


def records(driver: Driver) -> None:
    """The practice learner's records."""
    driver.practice()


def step(name: str) -> State:
    """A step of the journey, as it stands for the practice learner."""

    def turned(driver: Driver) -> None:
        driver.window.go(name)
        driver.settle()

    return turned


def goal_three(driver: Driver) -> None:
    """Three jobs side by side."""
    codes = ("31-9092.00", "29-2061.00", "43-6013.00")
    driver.window.run(
        lambda session, _progress: goals.set_compared(session, codes), lambda _: None, owner=driver.window
    )
    driver.settle()
    step("goal")(driver)


def goal_full(driver: Driver) -> None:
    """A fourth job was to stand beside the three, and cannot."""
    _search(driver, "31-9097")
    driver.press(next(name for name in driver.object_names() if name.startswith("compare-")))


def _search(driver: Driver, words: str) -> None:
    step("goal")(driver)
    field = driver.window.findChild(QLineEdit, "find-job")
    field.clear()
    field.setFocus()
    driver.type(words)
    driver.key(Qt.Key.Key_Return)
    driver.settle()


def goal_by_name(driver: Driver) -> None:
    """Jobs found by name."""
    _search(driver, "nurse")


def goal_nothing(driver: Driver) -> None:
    """No job goes by that name."""
    _search(driver, "qqxyzzy")


def goal_onward(driver: Driver) -> None:
    """Where people like the learner go."""
    step("goal")(driver)
    driver.press("way-onward")


def goal_why(driver: Driver) -> None:
    """Why a job is suggested."""
    step("goal")(driver)
    driver.press("way-skills")
    driver.press(next(name for name in driver.object_names() if name.startswith("why-")))


def goal_only_signed(driver: Driver) -> None:
    """Nothing but signed records counts."""
    step("goal")(driver)
    driver.press("only-signed")


def goal_all_counts(driver: Driver) -> None:
    """All that is shown counts again."""
    driver.press("only-signed")


def bug(driver: Driver) -> None:
    """The dialog for a fault of ours."""
    driver.window.go("records")
    driver.settle()
    driver.meant = True
    driver.window.fail(RuntimeError("a fault made for this test"))
    driver.settle()


def closed(driver: Driver) -> None:
    """No dialog is open any more."""
    driver.window.covers.close()
    driver.settle()


def leaving_practice(driver: Driver) -> None:
    """The question before a practice learner goes."""
    driver.press("leave-practice")


def goal_like(driver: Driver) -> None:
    """Jobs like one."""
    step("goal")(driver)
    driver.press(next(name for name in driver.object_names() if name.startswith("like-")))


def lists_at_hand(driver: Driver) -> None:
    """Lists and pages at hand, with one that was added and a file refused."""
    lists = asset("practice", "practice-issuers.json")
    driver.window.run(lambda session, _progress: add_list(session, lists), lambda _key: None, owner=driver.window)
    driver.settle()
    at_hand.open_dialog(driver.window)
    driver.settle()


def file_checked(driver: Driver) -> None:
    """A file that is checked and not kept."""
    read_back.open_file(driver.window, next(asset("practice", "maya").glob("records/stock*.json")))
    driver.settle()


def only_guesses(driver: Driver) -> None:
    """A vault with a record whose skills are all still guesses."""
    driver.window.lock()
    driver.settle()
    vault_of("Eva")
    door_again(driver)
    driver.press("Eva")
    driver.write("passphrase", PASSPHRASE)
    driver.press("unlock")
    driver.until(lambda: driver.window.place.is_open)
    driver.settle()
    record_changes.add_text(driver.window, json.dumps(unsigned("Customer service")))
    driver.settle()
    step("skills")(driver)


STATES: dict[str, State] = {
    "door": door,
    "door_settings": framed("settings"),
    "door_help": framed("help"),
    **RECEIVED,
    "about": framed("about"),
    "license": license_read,
    **CAREER,
    "door_with_vaults": door_with_vaults,
    "door_damaged": door_damaged,
    "salvage": salvage,
    "salvaged": salvaged,
    "restoring": restoring,
    "code_typed": code_typed,
    "new_vault": new_vault,
    "new_code": new_code,
    "people": people,
    "vault_settings": vault_settings,
    "new_passphrase": new_passphrase,
    "other_code": other_code,
    **PAY,
    "locked_at_rest": locked_at_rest,
    "records": records,
    "records_help": framed("help"),
    "practice_settings": framed("settings"),
    "skills": step("skills"),
    **SKILLS,
    "goal": step("goal"),
    "goal_three": goal_three,
    "goal_full": goal_full,
    "goal_by_name": goal_by_name,
    "goal_nothing": goal_nothing,
    "goal_onward": goal_onward,
    "goal_why": goal_why,
    **APPLY,
    **PLAN_STATES,
    **LEARNING,
    "after": step("after"),
    **AFTER,
    **record_states.STATES,
    "leaving_practice": leaving_practice,
    "goal_like": goal_like,
    "goal_only_signed": goal_only_signed,
    "goal_all_counts": goal_all_counts,
    "lists_at_hand": lists_at_hand,
    "file_checked": file_checked,
    "bug": bug,
    **ONLINE,
    **LISTS,
    **NEWER,
    "only_guesses": only_guesses,
    "goal_empty": step("goal"),
    "after_empty": step("after"),
}


def all_states(driver: Driver) -> Iterator[str]:
    """Bring the window into one state after another; the name of each while it is shown."""
    for name, state in STATES.items():
        state(driver)
        driver.settle()
        yield name
        closed(driver)
