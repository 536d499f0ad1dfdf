package core

// Shrink makes a converter do with small documents what others do with large ones.
func (c *Converter) Shrink(horizon, enoughShown, leastCompacted int) {
	c.settings.Horizon, c.settings.EnoughShown, c.leastCompacted = uint32(horizon), enoughShown, leastCompacted
}
