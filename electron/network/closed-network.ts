/**
 * What the registered closed network is, and whether an address lies in it. Ranges are CIDR text of the connection
 * profile; loopback counts when a range includes it, which is how training mode runs.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The shortest prefix a closed network may have: 10.0.0.0/8 and fc00::/7 are private, anything wider is the Internet. */
const shortestPrefix = { 4: 8, 6: 7 } as const;

export interface ClosedNetwork {
  includes(address: string): boolean;
}

/** What the check needs to know of this computer; the running one by default. */
export interface NetworkHost {
  resolve(name: string): Promise<readonly string[]>;
  localAddresses(): readonly string[];
}

export const thisHost: NetworkHost = {
  resolve: async (name) => (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address),
  localAddresses: () =>
    Object.values(networkInterfaces()).flatMap((entries) => (entries ?? []).map(({ address }) => address)),
};

/** An IPv4 address that a dual-stack socket wrote as `::ffff:a.b.c.d`, and an IPv6 address without its zone. */
function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(bare) ? bare.slice('::ffff:'.length) : bare;
}

/** Whether a host of a URL is an address and needs no look-up. */
export function isAddressLiteral(hostname: string): boolean {
  return isIP(plainAddress(hostname)) !== 0;
}

/** `undefined` when a range is malformed or so wide that it is no closed network at all. */
export function closedNetworkOf(ranges: readonly string[]): ClosedNetwork | undefined {
  const inside = new BlockList();
  for (const range of ranges) {
    const [net = '', length = ''] = range.split('/');
    const version = isIP(net);
    const prefix = Number(length);
    if (version !== 4 && version !== 6) return undefined;
    if (!/^\d{1,3}$/.test(length) || prefix > (version === 4 ? 32 : 128)) return undefined;
    if (prefix < shortestPrefix[version]) return undefined;
    inside.addSubnet(net, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    includes(address) {
      const plain = plainAddress(address);
      const version = isIP(plain);
      return version !== 0 && inside.check(plain, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

/** Whether this computer has an interface in the registered ranges. */
export function standsIn(ranges: readonly string[], host: NetworkHost = thisHost): boolean {
  const network = closedNetworkOf(ranges);
  return network !== undefined && hasInterfaceIn(network, host);
}

function hasInterfaceIn(network: ClosedNetwork, host: NetworkHost): boolean {
  return host.localAddresses().some((address) => network.includes(address));
}

/** Why a call may not leave, or the address it may go to. */
export type RouteCheck =
  | { readonly kind: 'inside'; readonly address: string }
  | { readonly kind: 'outside'; readonly detail: string }
  | { readonly kind: 'unresolved'; readonly detail: string };

/**
 * Checks, before anything is sent, that the endpoint is an address of the closed network (a name must resolve to nothing
 * else) and that this computer has an interface in it. The caller connects to the address given here, not to the name, so
 * that a second look-up cannot answer differently.
 */
export async function checkRoute(
  hostname: string,
  network: ClosedNetwork,
  host: NetworkHost,
): Promise<RouteCheck> {
  if (!hasInterfaceIn(network, host)) {
    return { kind: 'outside', detail: 'no local interface in the registered ranges' };
  }
  const name = plainAddress(hostname);
  if (isAddressLiteral(name)) {
    return network.includes(name)
      ? { kind: 'inside', address: name }
      : { kind: 'outside', detail: 'endpoint outside the registered ranges' };
  }
  const addresses = await host.resolve(name).catch(() => []);
  const [first] = addresses;
  if (first === undefined) return { kind: 'unresolved', detail: 'endpoint name does not resolve' };
  return addresses.every((address) => network.includes(address))
    ? { kind: 'inside', address: first }
    : { kind: 'outside', detail: 'endpoint name resolves outside the registered ranges' };
}
