"""The compact pack of career facts: `build` makes it from published releases, `store` opens it, the rest asks it."""
