"""The Mobility Action Plan: a public view of the plan, its outline, and a writer for Markdown."""
