"""What we tell: one assessment as a report of plain values, then as a printed document."""
