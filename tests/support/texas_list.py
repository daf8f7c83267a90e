"""Lists of learning as states publish them, small; each figure is made up."""

from pathlib import Path

TEXAS = (
    "Provider Name,Program Name,City,Program CIP Code,Tuition & Fees,Program Length (Weeks),Clock Hours,"
    "Completion Rate,Web\n"
    'Austin College,Phlebotomy Technician,Austin,51.1009,"$1,250.00",8,96,81%,https://austin.example/phlebotomy\n'
    "Night School,Medical Assistant,Dallas,51.0801,-20,24,720,70%,\n"
    "Night School,Welding,Dallas,48.0508,call us,12,300,70%,\n"
)


def texas_list(folder: Path, name: str = "Texas ETPL 2026.csv") -> Path:
    """A table with a negative price, and a price that is none."""
    file = folder / name
    file.write_text(TEXAS, encoding="utf-8")
    return file
