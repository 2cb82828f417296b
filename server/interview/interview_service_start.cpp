// SPDX-License-Identifier: EUPL-1.2
// How interviews begin: a ring of the citizen, a connection by the mediator, a call by the adviser.
#include "server/interview/interview_card_store.hpp"
#include "server/interview/interview_policy.hpp"
#include "server/interview/interview_service.hpp"
#include "server/interview/interview_store.hpp"
#include "server/network/directory_shared_store.hpp"

#include <utility>

namespace parvis::interview {

using identity::Caller;

/// A wish to begin, by somebody who may.
struct InterviewService::Start {
    InterviewId interview_id;
    network::KioskPlace place;
    network::Offer offer;
    WayIn way_in{};
    std::string subject;
    std::string language;
    std::optional<AccountId> adviser_id;
    std::string adviser_name;
};

struct InterviewService::Begun {
    InterviewCard card;
    bool is_new = false;
};

namespace {

Result<void> check_wish(network::Offer const& offer, network::KioskPlace const& place,
                        std::string const& subject, std::string const& language, WayIn way_in, Instant now) {
    if (offer.site_id != place.site.site_id) {
        return fail(ErrorCode::invalid_input, "offer_not_here", "/offer_id");
    }
    // Rare subjects stand under the tile "other".
    if (subject != offer.subject && subject != "other") {
        return fail(ErrorCode::invalid_input, "value_unknown", "/subject",
                    {{"allowed", offer.subject + ", other"}});
    }
    if (language != "fr" && language != "en") {
        return fail(ErrorCode::invalid_input, "value_unknown", "/language", {{"allowed", "fr, en"}});
    }
    auto const entry = network::entry_of(offer, {offer.group_id}, now, place.site.time_zone);
    if (way_in != WayIn::adviser && entry.state == kiosk_protocol::OfferState::closed) {
        return fail(ErrorCode::conflict, "offer_closed");
    }
    return {};
}

} // namespace

Interview InterviewService::begin(Start const& wish, Instant now) {
    Interview begins;
    begins.interview_id = wish.interview_id;
    begins.network_id = wish.place.network_id;
    begins.site_id = wish.place.site.site_id;
    begins.kiosk_id = wish.place.kiosk.kiosk_id;
    begins.offer_id = wish.offer.offer_id;
    begins.partner_id = wish.offer.partner_id;
    begins.group_id = wish.offer.group_id;
    begins.way_in = wish.way_in;
    begins.subject = wish.offer.subject;
    begins.language = parse_language(wish.language).value_or(Language::fr);
    begins.state = wish.adviser_id ? InterviewState::calling : InterviewState::ringing;
    begins.requested_at = now;
    begins.adviser_id = wish.adviser_id;
    begins.adviser_name = wish.adviser_name;
    return begins;
}

bool InterviewService::is_same(Interview const& known, Start const& wish) {
    return known.kiosk_id == wish.place.kiosk.kiosk_id && known.offer_id == wish.offer.offer_id &&
           known.way_in == wish.way_in && (!wish.adviser_id || known.adviser_id == wish.adviser_id);
}

Result<InterviewService::Begun> InterviewService::start_in(db::Session& session, Start const& wish,
                                                           Instant now) {
    if (auto known = find_interview(session, wish.interview_id)) {
        if (!is_same(*known, wish)) {
            return fail(ErrorCode::conflict, "interview_id_taken", "/interview_id");
        }
        return Begun{card_of(session, std::move(*known)), false};
    }
    auto const sound = check_wish(wish.offer, wish.place, wish.subject, wish.language, wish.way_in, now);
    if (!sound) {
        return sound.error();
    }
    if (wish.adviser_id && live_interview_of(session, *wish.adviser_id)) {
        return fail(ErrorCode::conflict, "adviser_busy");
    }
    auto begins = begin(wish, now);
    if (!insert_interview(session, begins, now)) {
        return fail(ErrorCode::conflict, "kiosk_busy");
    }
    return Begun{card_of(session, std::move(begins)), true};
}

Result<InterviewCard> InterviewService::start(std::function<Result<Start>(db::Session&)> const& authorise) {
    auto const now = clock_.now();
    auto begun = database_.write([&](db::Session& session) -> Result<Begun> {
        auto const wish = authorise(session);
        return wish ? start_in(session, *wish, now) : wish.error();
    });
    if (!begun) {
        return begun.error();
    }
    if (begun->is_new) {
        feed_.tell(begun->card);
    }
    return std::move(begun->card);
}

Result<InterviewCard> InterviewService::ring(KioskId const& kiosk,
                                             kiosk_protocol::from_kiosk::Ring const& wish) {
    return start([&](db::Session& session) -> Result<Start> {
        auto place = network::place_of_kiosk(session, kiosk);
        if (!place) {
            return place.error();
        }
        auto offer = network::offer(session, wish.offer_id);
        if (!offer) {
            return offer.error();
        }
        return Start{wish.interview_id, *place,        *offer,       WayIn::citizen,
                     wish.subject,      wish.language, std::nullopt, {}};
    });
}

Result<InterviewCard> InterviewService::connect_kiosk(Caller const& caller,
                                                      from_desk::ConnectKiosk const& wish) {
    return start([&](db::Session& session) -> Result<Start> {
        auto place = network::place_of_kiosk(session, wish.kiosk_id);
        if (!place) {
            return place.error();
        }
        if (caller.mediator_at(place->site.site_id) == nullptr) {
            return fail(ErrorCode::forbidden, "not_your_site");
        }
        auto offer = network::offer(session, wish.offer_id);
        if (!offer) {
            return offer.error();
        }
        return Start{wish.interview_id, *place,        *offer,       WayIn::mediator,
                     wish.subject,      wish.language, std::nullopt, {}};
    });
}

Result<InterviewService::Start> InterviewService::call_of(db::Session& session, Caller const& caller,
                                                          from_adviser::CallKiosk const& wish) {
    auto offer = network::offer(session, wish.offer_id);
    if (!offer) {
        return offer.error();
    }
    auto const groups = network::groups_of(session, caller.account_id);
    if (!may_answer_for(caller, groups, offer->partner_id, offer->group_id)) {
        return fail(ErrorCode::forbidden, "not_your_group");
    }
    auto place = network::place_of_kiosk(session, wish.kiosk_id);
    if (!place) {
        return place.error();
    }
    // Nobody has chosen a language at the kiosk yet.
    return Start{
        wish.interview_id,      *place, *offer, WayIn::adviser, offer->subject, "fr", caller.account_id,
        first_name(caller.name)};
}

Result<InterviewCard> InterviewService::call_kiosk(Caller const& caller,
                                                   from_adviser::CallKiosk const& wish) {
    return start([&](db::Session& session) { return call_of(session, caller, wish); });
}

Result<InterviewCard> InterviewService::call_kiosk_in(db::Session& session, Caller const& caller,
                                                      from_adviser::CallKiosk const& wish, Instant now) {
    auto const start = call_of(session, caller, wish);
    if (!start) {
        return start.error();
    }
    auto begun = start_in(session, *start, now);
    return begun ? Result<InterviewCard>(std::move(begun->card)) : begun.error();
}

} // namespace parvis::interview
