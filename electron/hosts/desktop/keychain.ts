import { safeStorage } from "electron";
import type { KeychainStatus } from "../../../shared/domain/vault.ts";
import type { Keychain } from "../../core/ports.ts";

const LINUX_NAMES: Readonly<Record<string, string>> = {
  gnome_libsecret: "GNOME Keyring (libsecret)",
  kwallet: "KWallet",
  kwallet5: "KWallet 5",
  kwallet6: "KWallet 6",
};

/** Electron's safeStorage, by its asynchronous calls. Usable once Electron is ready. */
export function createElectronKeychain(platform: NodeJS.Platform): Keychain {
  return {
    status: () => keychainStatus(platform),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(ciphertext) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(ciphertext));
      return { text: result, shouldEncryptAgain: shouldReEncrypt };
    },
  };
}

async function keychainStatus(platform: NodeJS.Platform): Promise<KeychainStatus> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) {
      return { kind: "missing", reason: "The system offers no keychain, or did not let the console use it." };
    }
    return platform === "linux" ? linuxStatus() : { kind: "available", backend: systemName(platform) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "missing", reason: `The system's keychain cannot be used: ${reason}.` };
  }
}

/** On Linux Electron falls back to a fixed password, which hides nothing from anybody: that is no keychain. */
function linuxStatus(): KeychainStatus {
  const backend = safeStorage.getSelectedStorageBackend();
  const name = LINUX_NAMES[backend];
  if (name !== undefined) return { kind: "available", backend: name };
  return {
    kind: "missing",
    reason:
      "No keychain runs in this session (neither GNOME Keyring nor KWallet), so the system would keep the key in clear.",
  };
}

function systemName(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "macOS Keychain";
  return platform === "win32" ? "Windows data protection (DPAPI)" : "the system's keychain";
}
