# Slots and appointments, on top of supply; included by CMakeLists.txt of this folder.
parvis_library(server_booking
  SOURCES
    appointments/appointment.cpp appointments/appointment_code.cpp appointments/appointment_desk_service.cpp
    appointments/appointment_event_store.cpp appointments/appointment_place_store.cpp
    appointments/appointment_policy.cpp appointments/appointment_retention_store.cpp
    appointments/appointment_routes.cpp appointments/appointment_service.cpp
    appointments/appointment_service_begin.cpp appointments/appointment_service_lists.cpp
    appointments/appointment_store.cpp appointments/appointment_words_service.cpp
    appointments/booking_query_routes.cpp appointments/code_guess_service.cpp appointments/hold_limit.cpp
    appointments/motive_card.cpp appointments/public_booking_routes.cpp appointments/public_booking_service.cpp
    appointments/visitor.cpp
    feeds/calendar_feed.cpp feeds/calendar_feed_routes.cpp feeds/calendar_feed_service.cpp
    feeds/calendar_feed_store.cpp feeds/duty_calendar.cpp feeds/webhook.cpp feeds/webhook_routes.cpp feeds/webhook_service.cpp
    feeds/webhook_store.cpp
    reminders/reminder.cpp reminders/reminder_report.cpp reminders/reminder_routes.cpp reminders/reminder_service.cpp
    reminders/reminder_service_told.cpp reminders/reminder_store.cpp reminders/reminder_words.cpp
    slots/kept_supply_book_store.cpp slots/near_sites.cpp slots/proposal.cpp slots/slot_search.cpp
    slots/slot_search_service.cpp slots/stored_supply_book_store.cpp
    unmet/unmet_count.cpp unmet/unmet_count_routes.cpp unmet/unmet_count_service.cpp unmet/unmet_count_store.cpp
    waiting/waiting_list.cpp waiting/waiting_offer_store.cpp waiting/waiting_routes.cpp waiting/waiting_service.cpp
    waiting/waiting_service_offers.cpp waiting/waiting_service_views.cpp waiting/waiting_store.cpp
    walk_in/walk_in.cpp walk_in/walk_in_routes.cpp walk_in/walk_in_service.cpp walk_in/walk_in_store.cpp
  LINKS server_scheduling platform_crypto platform_log platform_mail platform_sms platform_text)
if(BUILD_TESTING)
  parvis_library(server_booking_testing SOURCES appointments/test_book.cpp slots/test_naive_slots.cpp slots/test_slot_walk.cpp LINKS server_booking server_testing)
endif()
parvis_test(server_booking_rules_test
  SOURCES
    appointments/appointment_test.cpp appointments/hold_limit_test.cpp
    displacement/displacement_test.cpp
    feeds/duty_calendar_test.cpp
    reminders/reminder_test.cpp reminders/reminder_words_test.cpp
    slots/slot_engine_property_test.cpp slots/slot_search_test.cpp
    waiting/waiting_list_test.cpp
  LINKS server_booking_testing)
parvis_test(server_booking_test
  SOURCES
    appointments/appointment_fight_test.cpp appointments/appointment_service_test.cpp
    displacement/displacement_service_test.cpp
    feeds/calendar_feed_service_test.cpp feeds/webhook_service_test.cpp
    reminders/reminder_service_test.cpp
    slots/slot_search_service_test.cpp slots/stored_supply_book_store_test.cpp
    unmet/unmet_count_service_test.cpp waiting/waiting_service_test.cpp
    walk_in/walk_in_service_test.cpp
  LINKS server_booking_testing)
