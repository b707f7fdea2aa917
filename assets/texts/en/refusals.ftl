# refusals
refusal-not-there = This element no longer exists.
