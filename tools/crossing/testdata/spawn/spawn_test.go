package spawn

import "time"

func inTest() {
	go func() {}()
	time.Sleep(1)
}
