// Firefox, as a receiver may have it.
import puppeteer from 'puppeteer-core';

// A Firefox that saves what it downloads in a folder without asking.
export async function firefox(downloads) {
  const extraPrefsFirefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream,application/pdf',
  };
  const executablePath = process.env.BOMILJO_FIREFOX ?? '/usr/bin/firefox-esr';
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
}
