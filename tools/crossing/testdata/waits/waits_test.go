package waits

func inTest(s *S) {
	s.mu.Lock()
	<-s.c // want `channel receive while s.mu is locked`
	s.mu.Unlock()
}
