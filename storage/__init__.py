"""Where answers are kept: a small Protocol, one SQL body, a memory fake that passes the same tests."""
