"""What the visitor sees: the only room that knows Streamlit."""
