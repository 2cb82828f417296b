// SPDX-License-Identifier: EUPL-1.2
// What desks, advisers and citizens send about appointments, and how they see them.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "server/network/network_view.hpp"
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/opening/coming_days.hpp"
#include "server/scheduling/slots/proposal.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

BOOST_DESCRIBE_STRUCT(Visitor, (),
                      (first_name, telephone, email, companions, note, note_is_confidential, language))

// ---- asked

/// `unmet_id`: what counts it when there is nothing, so that it counts once.
struct ProposalForm {
    UnmetId unmet_id;
    std::vector<MotiveId> motives;
    std::optional<Instant> not_before;
};
BOOST_DESCRIBE_STRUCT(ProposalForm, (), (unmet_id, motives, not_before))

struct RefusalForm {
    SiteId site_id;
    std::vector<MotiveId> motives;
};
BOOST_DESCRIBE_STRUCT(RefusalForm, (), (site_id, motives))

/// All of it may be left out.
struct VisitorForm {
    std::optional<std::string> first_name;
    std::optional<std::string> telephone;
    std::optional<std::string> email;
    std::optional<std::int32_t> companions;
    std::optional<std::string> note;
    std::optional<bool> note_is_confidential; ///< for the adviser, kept from the mediator
    std::optional<Language> language;         ///< in which they are written to; nothing: French
};
BOOST_DESCRIBE_STRUCT(VisitorForm, (),
                      (first_name, telephone, email, companions, note, note_is_confidential, language))
Visitor visitor_of(VisitorForm const& form);

/// What becomes of a booking whose place may be gone: refused, or kept for a person to settle.
BOOST_DEFINE_ENUM_CLASS(IfTaken, refuse, keep_as_request)

/// Without a visitor the place is held for five minutes; with one it is booked. The last three are for a desk
/// that was cut off: when it promised, and the code that it has printed already.
struct BookingForm {
    SupplyId supply_id;
    Instant starts_at;
    Door door{};
    std::optional<SiteId> site_id; ///< needed by kiosk and on site
    std::vector<MotiveId> motives;
    std::optional<VisitorForm> visitor;
    std::optional<IfTaken> if_taken; ///< nothing: refuse
    std::optional<Instant> occurred_at;
    std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(BookingForm, (),
                      (supply_id, starts_at, door, site_id, motives, visitor, if_taken, occurred_at, code))

struct ConfirmForm {
    VisitorForm visitor;
};
BOOST_DESCRIBE_STRUCT(ConfirmForm, (), (visitor))

/// `appointment_id`: of the one in which it lives on, chosen by who asks.
struct MoveForm {
    AppointmentId appointment_id;
    SupplyId supply_id;
    Instant starts_at;
    Door door{};
    std::optional<SiteId> site_id;
    std::optional<std::string>
        telephone; ///< to be called from now on; needed by telephone when none is known
};
BOOST_DESCRIBE_STRUCT(MoveForm, (), (appointment_id, supply_id, starts_at, door, site_id, telephone))

struct CancelForm {
    CancelReason reason{};
};
BOOST_DESCRIBE_STRUCT(CancelForm, (), (reason))

struct PublicBookingForm {
    SupplyId supply_id;
    Instant starts_at;
    Door door{};
    std::optional<SiteId> site_id; ///< needed by kiosk and on site
    std::vector<MotiveId> motives;
};
BOOST_DESCRIBE_STRUCT(PublicBookingForm, (), (supply_id, starts_at, door, site_id, motives))

/// The code as somebody typed it.
struct CodeForm {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeForm, (), (code))

struct CodeMoveForm {
    std::string code;
    AppointmentId appointment_id;
    SupplyId supply_id;
    Instant starts_at;
    Door door{};
    std::optional<SiteId> site_id;
    std::optional<std::string> telephone; ///< as for MoveForm
};
BOOST_DESCRIBE_STRUCT(CodeMoveForm, (),
                      (code, appointment_id, supply_id, starts_at, door, site_id, telephone))

// ---- answered

struct SlotPlace {
    SiteId site_id;
    std::string name;
    std::string commune;
};
BOOST_DESCRIBE_STRUCT(SlotPlace, (), (site_id, name, commune))

struct ProposalView {
    ProposalKind kind{};
    SupplyId supply_id;
    Instant starts_at;
    Instant ends_at;
    std::vector<Door> doors; ///< by which of them; one is chosen at the booking
    std::optional<SlotPlace> site;
    std::int32_t metres{}; ///< to a nearby site, as the crow flies
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (kind, supply_id, starts_at, ends_at, doors, site, metres))

struct NearbyWindowView {
    SlotPlace site;
    Instant from;
    Instant to;
    std::int32_t metres{};
};
BOOST_DESCRIBE_STRUCT(NearbyWindowView, (), (site, from, to, metres))

/// `windows`: the next here in which one comes without an appointment. `nearby_windows`: the same at near
/// sites, where there are less than three proposals. `in_person`: somebody of the body comes to this site, or
/// to a near one. `unmet`: nothing here, counted.
struct ProposalsView {
    std::string time_zone;
    std::vector<ProposalView> proposals;
    std::vector<OpenSpan> windows;
    std::vector<NearbyWindowView> nearby_windows;
    std::optional<ProposalView> in_person;
    std::optional<UnmetReason> unmet;
};
BOOST_DESCRIBE_STRUCT(ProposalsView, (), (time_zone, proposals, windows, nearby_windows, in_person, unmet))

struct SlotView {
    SupplyId supply_id;
    Instant starts_at;
    Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(SlotView, (), (supply_id, starts_at, ends_at))

/// `more`: there are others in the days that were asked for.
struct SlotList {
    std::string time_zone;
    std::vector<SlotView> slots;
    bool more{};
};
BOOST_DESCRIBE_STRUCT(SlotList, (), (time_zone, slots, more))

struct MotiveCard {
    MotiveId motive_id;
    PartnerId partner_id;
    std::string subject;
    kiosk_protocol::PlainWords label;
    std::string acronym;
    std::int32_t duration_minutes{};
    std::vector<kiosk_protocol::PlainWords> papers;
    std::vector<std::string> communes; ///< INSEE codes whose people are served; none: all
};
BOOST_DESCRIBE_STRUCT(MotiveCard, (),
                      (motive_id, partner_id, subject, label, acronym, duration_minutes, papers, communes))

struct AppointmentView {
    AppointmentId appointment_id;
    AppointmentState state{};
    std::int64_t revision{};
    Door door{};
    Instant starts_at;
    Instant ends_at;
    std::int32_t minutes{};
    SupplyId supply_id;
    network::AdviserGroupId group_id;
    network::PartnerRow body;
    std::vector<MotiveCard> motives;
    std::optional<SlotPlace> site;
    std::optional<kiosk_protocol::KioskCard> kiosk; ///< by kiosk, while a place is claimed
    std::optional<Instant> held_until;
    std::optional<std::string> code; ///< never while held
    Visitor visitor;
    Instant created_at;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> arrived_at;
    std::optional<Instant> ended_at;
    std::optional<ActingAs> cancelled_by;
    std::optional<CancelReason> cancel_reason;
    std::optional<AppointmentId> moved_to;
    std::optional<Instant> cancel_until; ///< by the citizen; while it is confirmed
    std::vector<AppointmentAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AppointmentView, (),
                      (appointment_id, state, revision, door, starts_at, ends_at, minutes, supply_id,
                       group_id, body, motives, site, kiosk, held_until, code, visitor, created_at,
                       confirmed_at, arrived_at, ended_at, cancelled_by, cancel_reason, moved_to,
                       cancel_until, allowed_actions))

struct AppointmentList {
    std::string time_zone;
    std::vector<AppointmentView> appointments;
};
BOOST_DESCRIBE_STRUCT(AppointmentList, (), (time_zone, appointments))

/// Where to come, or who booked it. `room`: by kiosk.
struct PlaceToCome {
    SiteId site_id;
    std::string name;
    std::string commune;
    std::string address;
    std::string telephone;
    std::optional<std::string> room;
};
BOOST_DESCRIBE_STRUCT(PlaceToCome, (), (site_id, name, commune, address, telephone, room))

/// What is printed for the citizen.
struct AppointmentTicket {
    std::string code;
    LocalDate day;
    Instant starts_at;
    Instant ends_at;
    std::string time_zone;
    Door door{};
    bool by_screen{};
    std::string first_name;
    std::int32_t companions{};
    network::PartnerRow body;
    std::vector<kiosk_protocol::PlainWords> motives;
    std::vector<kiosk_protocol::PlainWords> papers; ///< to bring, each once
    std::optional<PlaceToCome> place;
};
BOOST_DESCRIBE_STRUCT(AppointmentTicket, (),
                      (code, day, starts_at, ends_at, time_zone, door, by_screen, first_name, companions,
                       body, motives, papers, place))

/// As the citizen sees it, who has the code and no account.
struct PublicAppointment {
    AppointmentId appointment_id;
    AppointmentState state{};
    Door door{};
    bool by_screen{};
    LocalDate day;
    Instant starts_at;
    Instant ends_at;
    std::string time_zone;
    std::optional<Instant> held_until;
    std::optional<std::string> code; ///< never while held
    std::string first_name;
    network::PartnerRow body;
    std::vector<MotiveCard> motives;
    std::vector<kiosk_protocol::PlainWords> papers; ///< to bring, each once
    std::optional<PlaceToCome> place;
    std::optional<Instant> cancel_until;
    std::vector<AppointmentAction> allowed_actions; ///< move, cancel
};
BOOST_DESCRIBE_STRUCT(PublicAppointment, (),
                      (appointment_id, state, door, by_screen, day, starts_at, ends_at, time_zone, held_until,
                       code, first_name, body, motives, papers, place, cancel_until, allowed_actions))

// ---- the network without an account

struct PublicNetworkName {
    NetworkId network_id;
    std::string name;
    bool is_demo{};
};
BOOST_DESCRIBE_STRUCT(PublicNetworkName, (), (network_id, name, is_demo))

struct PublicNetworks {
    std::vector<PublicNetworkName> networks;
};
BOOST_DESCRIBE_STRUCT(PublicNetworks, (), (networks))

struct PublicSite {
    SiteId site_id;
    std::string name;
    std::string commune;
    std::string address;
    std::string telephone;
    std::vector<kiosk_protocol::OpeningPeriod> hours; ///< of a usual week
    std::vector<ComingDay> days;                      ///< today and the week to come, as they will be
    std::optional<std::int64_t> latitude_microdegrees;
    std::optional<std::int64_t> longitude_microdegrees;
};
BOOST_DESCRIBE_STRUCT(PublicSite, (),
                      (site_id, name, commune, address, telephone, hours, days, latitude_microdegrees,
                       longitude_microdegrees))

struct PublicSubject {
    std::string subject;
    kiosk_protocol::PlainWords label;
    std::string pictogram;
};
BOOST_DESCRIBE_STRUCT(PublicSubject, (), (subject, label, pictogram))

struct PublicNetwork {
    NetworkId network_id;
    std::string name;
    std::string time_zone;
    std::vector<PublicSubject> subjects; ///< in the order of their importance
    std::vector<network::PartnerRow> bodies;
    std::vector<MotiveCard> motives;
    std::vector<PublicSite> sites; ///< by commune
};
BOOST_DESCRIBE_STRUCT(PublicNetwork, (), (network_id, name, time_zone, subjects, bodies, motives, sites))

} // namespace parvis::scheduling
