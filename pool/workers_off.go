//go:build !async_runtime

package pool

// workers is empty: without async_runtime a Runtime has nothing but BlockOn.
type workers struct{}
