"""Which encoding bytes are in: what they declare, and what their text shows where they declare nothing."""
