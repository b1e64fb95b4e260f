"""Figures of a plan: what they draw, as SVG of our own and as mermaid."""
