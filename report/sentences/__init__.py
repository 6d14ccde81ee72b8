"""The findings in sentences, by rule (wording.md): the same on pages and in what is pasted."""
