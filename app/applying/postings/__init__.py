"""Postings in every form they come in -> what is asked, each thing with its sentence, for the learner to correct."""
