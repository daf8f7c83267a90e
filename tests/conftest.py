"""Every test runs without a screen, and what the computer it runs on speaks makes no difference."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PATHFOLIO_LANGUAGE"] = "en"
