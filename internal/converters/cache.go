// Package converters keeps compiled options for what carries out calls: the addon, and the WebAssembly module.
package converters

import (
	"sync"
	"sync/atomic"

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
	latest atomic.Pointer[entry] // what was asked for last: a lock, even to read, is written to by all threads

	mu         sync.RWMutex
	young, old map[string]*entry
}

// entry is a converter and what it was compiled from.
//
//tidemark:crossing immutable
type entry struct {
	options   string
	converter *core.Converter
}

// New makes an empty cache.
func New() *Cache { return &Cache{young: map[string]*entry{}} }

// Get returns the converter for the text of an options object; empty text means the defaults. Its errors are those of
// core.ParseOptions and core.New; they are not kept.
func (c *Cache) Get(options []byte) (*core.Converter, error) {
	if latest := c.latest.Load(); latest != nil && latest.options == string(options) {
		return latest.converter, nil
	}
	c.mu.RLock()
	found := c.young[string(options)]
	c.mu.RUnlock()
	if found == nil {
		var err error
		if found, err = c.add(string(options)); err != nil {
			return nil, err
		}
	}
	c.latest.Store(found)
	return found.converter, nil
}

func (c *Cache) add(options string) (*entry, error) {
	c.mu.RLock()
	found := c.old[options]
	c.mu.RUnlock()
	if found == nil {
		converter, err := compile(options)
		if err != nil {
			return nil, err
		}
		found = &entry{options, converter}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= perGeneration {
		c.old, c.young = c.young, make(map[string]*entry, perGeneration)
	}
	c.young[options] = found
	return found, nil
}

func compile(options string) (*core.Converter, error) {
	if options == "" {
		return core.New(core.Options{}) // sooner than from the defaults written out, which are checked
	}
	parsed, err := core.ParseOptions([]byte(options))
	if err != nil {
		return nil, err
	}
	return core.New(parsed)
}
