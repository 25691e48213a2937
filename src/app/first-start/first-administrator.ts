import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Randomness } from '../../shared/crypto/randomness.js';

/** 32 characters that nobody confuses with each other. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** The administrator of a new deployment, with the password of the settings or with a generated one. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly settings: Settings,
    private readonly randomness: Randomness,
  ) {}

  choose(): { readonly username: string; readonly password: string; readonly generated: boolean } {
    const { adminUsername: username, adminPassword } = this.settings;
    if (adminPassword !== null) return { username, password: adminPassword.reveal(), generated: false };
    return { username, password: this.#generated(), generated: true };
  }

  /** 125 random bits, in groups that people can type from a screen. */
  #generated(): string {
    const letters = Array.from(this.randomness.bytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET.charAt(byte % 32));
    const group = (_: unknown, i: number): string => letters.slice(i * GROUP_LENGTH, (i + 1) * GROUP_LENGTH).join('');
    return Array.from({ length: GROUPS }, group).join('-');
  }
}
