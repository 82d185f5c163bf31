"""How good it is and what to do: exact scores, levels with their reasons, benchmarks, the action plan."""
