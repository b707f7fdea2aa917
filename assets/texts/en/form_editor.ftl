# Editing forms.
