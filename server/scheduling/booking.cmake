# Slots and appointments, on top of supply; included by CMakeLists.txt of this folder.
parvis_library(server_booking
  SOURCES
    appointment.cpp appointment_code.cpp appointment_desk_service.cpp appointment_event_store.cpp
    appointment_place_store.cpp appointment_policy.cpp appointment_retention_store.cpp appointment_routes.cpp
    appointment_service.cpp appointment_service_begin.cpp appointment_service_lists.cpp appointment_store.cpp
    appointment_words_service.cpp booking_query_routes.cpp calendar_feed.cpp calendar_feed_routes.cpp
    calendar_feed_service.cpp calendar_feed_store.cpp hold_limit.cpp kept_supply_book_store.cpp motive_card.cpp
    near_sites.cpp proposal.cpp public_booking_routes.cpp public_booking_service.cpp reminder.cpp reminder_report.cpp reminder_routes.cpp
    reminder_service.cpp reminder_service_told.cpp reminder_store.cpp reminder_words.cpp slot_search.cpp slot_search_service.cpp
    code_guess_service.cpp stored_supply_book_store.cpp visitor.cpp waiting_list.cpp waiting_offer_store.cpp
    waiting_routes.cpp waiting_service.cpp waiting_service_offers.cpp waiting_service_views.cpp waiting_store.cpp
    walk_in.cpp walk_in_routes.cpp walk_in_service.cpp walk_in_store.cpp webhook.cpp webhook_routes.cpp
    webhook_service.cpp webhook_store.cpp
  LINKS server_scheduling platform_crypto platform_log platform_mail platform_sms platform_text)
if(BUILD_TESTING)
  parvis_library(server_booking_testing SOURCES test_book.cpp test_naive_slots.cpp test_slot_walk.cpp LINKS server_booking server_testing)
endif()
parvis_test(server_booking_rules_test
  SOURCES appointment_test.cpp displacement_test.cpp hold_limit_test.cpp reminder_test.cpp reminder_words_test.cpp
    slot_search_test.cpp slot_engine_property_test.cpp waiting_list_test.cpp
  LINKS server_booking_testing)
parvis_test(server_booking_test
  SOURCES appointment_fight_test.cpp appointment_service_test.cpp calendar_feed_service_test.cpp
    displacement_service_test.cpp reminder_service_test.cpp slot_search_service_test.cpp
    stored_supply_book_store_test.cpp waiting_service_test.cpp walk_in_service_test.cpp webhook_service_test.cpp
  LINKS server_booking_testing)
