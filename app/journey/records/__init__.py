"""Step 1, Records: taking files in, what each record says, what was checked, newer versions, going online."""
