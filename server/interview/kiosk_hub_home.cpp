// SPDX-License-Identifier: EUPL-1.2
// What is different for a place at home: who it is, what it may say, and what it is told.
#include "platform/json/json.hpp"
#include "server/interview/home_link.hpp"
#include "server/interview/kiosk_hub.hpp"

#include <utility>
#include <variant>

namespace parvis::interview {

namespace from_kiosk = kiosk_protocol::from_kiosk;

namespace {

/// What is the citizen's own; the rest is a daemon's.
using Message =
    std::variant<from_kiosk::Withdraw, from_kiosk::Answer, from_kiosk::Leave, from_kiosk::Records>;

struct Run {
    Services& services;
    KioskId place;

    Result<void> operator()(from_kiosk::Withdraw const& wish) const {
        return without_value(services.interviews.stop_by_citizen(place, wish.interview_id));
    }
    Result<void> operator()(from_kiosk::Answer const& wish) const {
        return without_value(services.interviews.answer(place, wish.interview_id));
    }
    Result<void> operator()(from_kiosk::Leave const& wish) const {
        return without_value(services.interviews.leave(place, wish));
    }
    Result<void> operator()(from_kiosk::Records const& wish) const {
        return services.records.keep(place, wish.records);
    }

  private:
    static Result<void> without_value(Result<InterviewCard> const& outcome) {
        return outcome ? Result<void>{} : Result<void>(outcome.error());
    }
};

} // namespace

Error of_newer_peer(Error error) {
    if (error.reason == "message_type_unknown") {
        error.code = ErrorCode::unsupported;
    }
    return error;
}

void KioskHub::authenticate_home(std::string const& client_address, ws::Hello const& hello,
                                 std::function<void(Result<ws::Peer>)> answer) {
    auto proof = json::decode<HomeProof>(hello.proof, json::Unknown::ignore);
    if (!proof) {
        answer(proof.error());
        return;
    }
    backstage_.run(
        [prove = with_.prove_visit, &presence = with_.services.presence, client_address,
         proof = std::move(*proof)]() -> Result<KioskId> {
            auto const place = prove(client_address, proof.code);
            auto const kept = place ? presence.keep_links({*place}, {}) : Result<void>();
            return kept ? place : kept.error();
        },
        [answer = std::move(answer), language = hello.language](Result<KioskId> const& place) {
            answer(place ? Result<ws::Peer>(ws::Peer{home_peer, place->text(), language, 0}) : place.error());
        });
}

void KioskHub::keep_seen(Link const& link, std::function<void()> then) {
    // A place at home is nobody's to look after.
    if (link.at_home) {
        then();
        return;
    }
    backstage_.run(
        [&presence = with_.services.presence, kiosk = link.kiosk] { return presence.keep_seen(kiosk); },
        [then = std::move(then)](Result<void> const&) { then(); });
}

void KioskHub::act_at_home(ws::LinkId const& id, Link& link, ws::Command const& told) {
    auto const wish = json::decode<Message>(told.message, json::Unknown::ignore);
    if (!wish) {
        links_->answer(id, told.id, of_newer_peer(wish.error()));
        return;
    }
    backstage_.command(
        link.lane, *links_, id, told.id,
        [run = Run{with_.services, link.kiosk}, wish = *wish] { return std::visit(run, wish); }, {});
}

void KioskHub::tell_grant(ws::LinkId const& id, Link& link, InterviewCard const& card) {
    auto const& grant = with_.access.of(card.interview, with_.clock.now()).grant;
    if (link.at_home && !grant.empty() && grant != link.told_grant) {
        link.told_grant = grant;
        links_->send(id, json::encode(to_home::Grant{card.interview.interview_id, grant}).get_object());
    }
}

} // namespace parvis::interview
