# The server program; included by CMakeLists.txt of this folder.
parvis_library(server_program
  SOURCES program/console.cpp program/demo_day.cpp program/demo_network.cpp program/demo_planning.cpp program/message_channels.cpp program/openapi.cpp
          program/rate_limit.cpp program/regular_jobs.cpp program/repeated_job.cpp program/serve.cpp program/settings.cpp program/storage.cpp
  LINKS server_places server_poster server_publication server_booking server_scheduling server_interview server_queue server_identity server_network_routes server_migrations platform_config platform_text)
target_compile_definitions(server_program PUBLIC PARVIS_VERSION="${PROJECT_VERSION}")
parvis_program(parvis SOURCES main.cpp LINKS server_program)
parvis_test(server_program_test SOURCES program/demo_day_test.cpp program/demo_network_test.cpp program/rate_limit_test.cpp program/serve_test.cpp program/settings_test.cpp LINKS server_program)
