"""Every test runs without a screen; the language of the computer and how the tests were started make no difference."""

import os
import signal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PATHFOLIO_LANGUAGE"] = "en"

# A script that starts tests with `&` has them deaf to Ctrl-C, and a program that a test starts takes that over.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
