"""Making what the matcher learned: `words.npz` from published releases, `ranker.json` from labelled phrases."""
