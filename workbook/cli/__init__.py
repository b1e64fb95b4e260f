"""The command line. Each verb loads what it needs when it runs, so that none waits for another."""
