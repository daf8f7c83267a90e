"""The whole journey by names alone, as a person does who cannot see the screen."""

from screen_reader import ScreenReader, Thing


def test_the_journey_by_names_alone(reader: ScreenReader, program: Thing) -> None:
    reader.press(reader.find(program, "push button", "Try a practice learner"))
    reader.press(reader.find(program, "push button", "Maya Torres"))
    reader.find(program, "label", "What have others said you can do?")
    reader.press(reader.find(program, "push button", "Next: see my skills"))
    reader.find(program, "label", "What can you do?")
