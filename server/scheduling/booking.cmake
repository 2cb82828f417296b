# Slots and appointments, on top of supply; included by CMakeLists.txt of this folder.
parvis_library(server_booking
  SOURCES
    appointment.cpp appointment_code.cpp appointment_desk_service.cpp appointment_place_store.cpp appointment_policy.cpp
    appointment_retention_store.cpp appointment_routes.cpp appointment_service.cpp appointment_service_begin.cpp appointment_service_lists.cpp
    appointment_store.cpp appointment_words_service.cpp booking_query_routes.cpp hold_limit.cpp motive_card.cpp public_booking_routes.cpp public_booking_service.cpp
    kept_supply_book_store.cpp near_sites.cpp proposal.cpp slot_search.cpp slot_search_service.cpp stored_supply_book_store.cpp taken_tick_store.cpp
    visitor.cpp
  LINKS server_scheduling platform_crypto)
if(BUILD_TESTING)
  parvis_library(server_booking_testing SOURCES test_book.cpp test_naive_slots.cpp LINKS server_booking server_testing)
endif()
parvis_test(server_booking_rules_test
  SOURCES appointment_test.cpp hold_limit_test.cpp slot_search_test.cpp slot_engine_property_test.cpp
  LINKS server_booking_testing)
parvis_test(server_booking_test
  SOURCES appointment_fight_test.cpp appointment_service_test.cpp slot_search_service_test.cpp
    stored_supply_book_store_test.cpp
  LINKS server_booking_testing)
