package core

// Shrunk makes a converter that does with small documents what others do with large ones.
func Shrunk(c *Converter, horizon, enoughShown, leastCompacted int) *Converter {
	settings := *c.settings
	settings.Horizon, settings.EnoughShown = uint32(horizon), enoughShown
	return &Converter{options: c.options, settings: &settings, declared: c.declared, leastCompacted: leastCompacted}
}
