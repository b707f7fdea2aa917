# refusals
refusal-not-there = Das Element gibt es nicht mehr.
