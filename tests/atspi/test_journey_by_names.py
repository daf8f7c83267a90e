"""The whole journey by names alone, as a person does who cannot see the screen."""

import json
from pathlib import Path

from screen_reader import ScreenReader, Thing


def test_the_journey_by_names_alone(reader: ScreenReader, program: Thing, tmp_path: Path) -> None:
    def press(name: str, role: str = "push button") -> None:
        reader.press(reader.find(program, role, name))

    def reads(words: str) -> None:
        reader.find(program, "label", words)

    press("Try a practice learner")
    press("Maya Torres")
    reads("What have others said you can do?")
    press("Details of Customer Care in Clinics")
    reads("Is the signature sound?")
    press("Close")
    press("Next: see my skills")
    reads("What can you do?")
    press("Yes, “Balance the till” means “Carry out end of day accounts”")
    press("Undo")
    press("Next: pick a goal")
    reads("What job would you like to aim for?")
    press("Where people like me go", "radio button")
    press("Next: plan the way")
    reads("How can you get there?")
    press("Fastest…", "radio button")
    press("Use the fastest plan")
    press("Next: apply")
    reads("What are you applying for?")
    press("Use the practice posting")
    reads("What should Lakeside Practice Clinic get to see?")
    press("Sign and save")
    reader.write(reader.find(program, "text", "Folder to save in"), str(tmp_path / "papers"))
    press("Sign and save")
    press("Next: what came of it")
    reads("What did you send, and what came of it?")
    reads("Lakeside Practice Clinic")
    press("Lock and finish")
    reads("New here?")
    signed = json.loads((tmp_path / "papers" / "presentation.json").read_text(encoding="utf-8"))
    assert signed["proof"]["proofPurpose"] == "authentication"
