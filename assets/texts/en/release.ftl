# Releases and what is in them.
release-draft = draft
release-released = released
release-retired = retired
release-processes = Procedures
release-steps = Steps
release-forms = Forms
release-fields = Fields
release-code-lists = Code lists
release-decision-tables = Decision tables
release-letters = Letters
release-settings = Settings
release-test-cases = Test cases
