"""What we ask: the questionnaire as data, read strictly, checked for meaning, routed by profile."""
