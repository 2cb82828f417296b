# The kiosk's program. forgetful_heap.cpp must be part of it directly: it replaces operator delete.
parvis_library(kiosk_daemon
  SOURCES daemon.cpp devices.cpp doctor.cpp settings.cpp
  LINKS kiosk_interview kiosk_page kiosk_link kiosk_bell kiosk_self_test platform_config platform_text platform_http)
parvis_program(parvis_kiosk OUTPUT parvis-kiosk
  SOURCES main.cpp interview/forgetful_heap.cpp
  LINKS kiosk_daemon kiosk_scan_worker kiosk_image_worker)
target_compile_definitions(parvis_kiosk PRIVATE PARVIS_VERSION="${PROJECT_VERSION}")

if(BUILD_TESTING)
  # Its own main: the daemon starts its workers as the program it is part of.
  add_executable(kiosk_daemon_test daemon_test.cpp settings_test.cpp)
  target_link_libraries(kiosk_daemon_test PRIVATE kiosk_daemon kiosk_scan_worker kiosk_image_worker GTest::gtest)
  gtest_discover_tests(kiosk_daemon_test DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 120)
endif()
