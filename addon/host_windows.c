// On Windows a library names the file that each function comes from. That is node.exe, electron.exe, or what somebody has renamed it to:
// so none is named, and the functions of Node-API are looked up in the program when this library is loaded.
#include "host.h"

#include <stddef.h>
#include <windows.h>

static HMODULE host(void) {
  HMODULE program = GetModuleHandleW(NULL);
  if (GetProcAddress(program, "napi_create_function") != NULL) return program;
  HMODULE embedded = GetModuleHandleW(L"libnode.dll");
  return embedded != NULL ? embedded : program;
}

void *tm_host_symbol(const char *name) { return (void *)(uintptr_t)GetProcAddress(host(), name); }

void tm_host_stay(void) {
  HMODULE here;
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)(void *)tm_host_stay, &here);
}

// All that is called of Node-API: what is missing here does not link.
#define FUNCTIONS(F)                   \
  F(napi_add_env_cleanup_hook)         \
  F(napi_adjust_external_memory)       \
  F(napi_call_function)                \
  F(napi_call_threadsafe_function)     \
  F(napi_close_handle_scope)           \
  F(napi_create_arraybuffer)           \
  F(napi_create_double)                \
  F(napi_create_external)              \
  F(napi_create_external_arraybuffer)  \
  F(napi_create_function)              \
  F(napi_create_object)                \
  F(napi_create_reference)             \
  F(napi_create_string_latin1)         \
  F(napi_create_string_utf16)          \
  F(napi_create_string_utf8)           \
  F(napi_create_threadsafe_function)   \
  F(napi_create_uint32)                \
  F(napi_delete_reference)             \
  F(napi_fatal_exception)              \
  F(napi_get_and_clear_last_exception) \
  F(napi_get_array_length)             \
  F(napi_get_boolean)                  \
  F(napi_get_cb_info)                  \
  F(napi_get_element)                  \
  F(napi_get_reference_value)          \
  F(napi_get_typedarray_info)          \
  F(napi_get_undefined)                \
  F(napi_get_value_bool)               \
  F(napi_get_value_double)             \
  F(napi_get_value_external)           \
  F(napi_get_value_int64)              \
  F(napi_get_value_string_utf16)       \
  F(napi_get_value_string_utf8)        \
  F(napi_get_value_uint32)             \
  F(napi_is_arraybuffer)               \
  F(napi_is_exception_pending)         \
  F(napi_is_typedarray)                \
  F(napi_open_handle_scope)            \
  F(napi_ref_threadsafe_function)      \
  F(napi_reference_ref)                \
  F(napi_reference_unref)              \
  F(napi_release_threadsafe_function)  \
  F(napi_remove_env_cleanup_hook)      \
  F(napi_set_instance_data)            \
  F(napi_set_named_property)           \
  F(napi_throw_error)                  \
  F(napi_throw_type_error)             \
  F(napi_typeof)                       \
  F(napi_unref_threadsafe_function)

// Each is a jump to where the program has it, with the arguments as they are.
#if defined(__x86_64__)
#define JUMP(name) __asm__(".text\n.globl " #name "\n" #name ":\n  jmp *tm_at_" #name "(%rip)\n");
#elif defined(__aarch64__)
#define JUMP(name) \
  __asm__(".text\n.p2align 2\n.globl " #name "\n" #name ":\n  adrp x16, tm_at_" #name "\n  ldr x16, [x16, :lo12:tm_at_" #name "]\n  br x16\n");
#endif

#define PLACE(name) void *tm_at_##name;
#define LOOK_UP(name) tm_at_##name = (void *)(uintptr_t)GetProcAddress(program, #name);

FUNCTIONS(PLACE)
FUNCTIONS(JUMP)

__attribute__((constructor)) static void look_up(void) {
  HMODULE program = host();
  FUNCTIONS(LOOK_UP)
}
