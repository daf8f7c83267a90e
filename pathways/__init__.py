"""Careers and learning as a graph; knows no learner and no file of theirs."""
