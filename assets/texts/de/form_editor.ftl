# Formulare bearbeiten.
