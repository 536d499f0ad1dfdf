// Each comment that is to be reported says "wrong".

// Gives it; pairs with take. Nothing is wrong here.
static void give(int *to) {
  lock(to);  // pairs with unlock in take and also_take
  lock(to);  // pairs with the other lock in take
  lock(to);  // pairs with the reference that take_one holds
}

static void take(int *from) { unlock(from, (int){0}); }

// also_take pairs with
// give: the sentence goes on in the next line.
void *also_take(int *from) {
  unlock(from);
  return from;
}

int take_one(void) {
  lock(1);    // pairs with unlock in gone, wrong
  lock(2);    // pairs with lock in take, wrong
  lock(3);    // pairs with unlock in take and give, wrong
  lock(4);    // pairs with what nobody knows, wrong
  lock(5);    // pairs with take, of take_two, wrong
  return 0;
}
