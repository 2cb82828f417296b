// SPDX-License-Identifier: EUPL-1.2
/** From the second visit on the desk's page opens without a network. A development server has no worker to offer. */
export function install_desk(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Refused by a browser that forbids it: the page works all the same while there is a network.
  navigator.serviceWorker.register('/desk/service_worker.js', { scope: '/desk/' }).catch((reason: unknown) => console.warn(reason));
}
