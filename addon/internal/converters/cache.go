// Package converters keeps compiled options for the addon.
package converters

import (
	"sync"

	"tidemark/core"
)

// perGeneration is how many compiled option sets each of the two generations holds.
const perGeneration = 128

// Cache keeps compiled options by their JSON text, so that a call carries text instead of a handle that someone would have to
// release. There are two generations: when the young one is full it becomes the old one, and what is used again moves back; so
// an option set per page (a baseUrl, say) does not grow the cache without bound. Any number of goroutines may use it.
//
//tidemark:crossing guarded mu
type Cache struct {
	mu         sync.RWMutex
	young, old map[string]*core.Converter
}

// New makes an empty cache.
func New() *Cache { return &Cache{young: map[string]*core.Converter{}} }

// Get returns the converter for the text of an options object; empty text means the defaults. Its errors are those of
// core.ParseOptions and core.New; they are not kept.
func (c *Cache) Get(options []byte) (*core.Converter, error) {
	c.mu.RLock()
	converter := c.young[string(options)]
	c.mu.RUnlock()
	if converter != nil {
		return converter, nil
	}
	return c.add(string(options))
}

func (c *Cache) add(options string) (*core.Converter, error) {
	c.mu.RLock()
	converter := c.old[options]
	c.mu.RUnlock()
	if converter == nil {
		var err error
		if converter, err = compile(options); err != nil {
			return nil, err
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= perGeneration {
		c.old, c.young = c.young, make(map[string]*core.Converter, perGeneration)
	}
	c.young[options] = converter
	return converter, nil
}

func compile(options string) (*core.Converter, error) {
	parsed, err := core.ParseOptions([]byte(options))
	if err != nil {
		return nil, err
	}
	return core.New(parsed)
}
